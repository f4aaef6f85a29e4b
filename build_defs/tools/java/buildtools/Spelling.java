package buildtools;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;

/**
 * Spells optimized code as it is written by hand: {@code ??}, {@code ?.} and {@code ??=} where Java can only compare
 * with null, {@code ++} where it keeps an int one, {@code let} for all that a function declares, and constants behind
 * what they are compared with.
 */
final class Spelling {
  static void shorten(Node node) {
    // Inner parts first: a shorter one may make its parent fit.
    Nodes.children(node).forEach(Spelling::shorten);
    switch (node.getToken()) {
      case EQ:
      case NE:
      case SHEQ:
      case SHNE:
      case LT:
      case LE:
      case GT:
      case GE:
        comparison(node);
        break;
      case ASSIGN:
        step(node);
        break;
      case HOOK:
        choice(node);
        break;
      case AND:
        conjunction(node);
        break;
      case OR:
        absence(node, Token.EQ);
        break;
      case CONST:
      case LET:
      case VAR:
        declaration(node);
        break;
      default:
        break;
    }
  }

  private static void comparison(Node node) {
    Node left = node.getFirstChild();
    if (isConstant(left) && !isConstant(node.getLastChild())) {
      node.addChildToBack(left.detach());
      node.setToken(turned(node.getToken()));
    }
    if (node.getFirstChild().isTypeOf() && node.getLastChild().isStringLit()) {
      node.setToken(loose(node.getToken()));
    }
  }

  /**
   * What {@code let} changes nothing about: a constant, or a variable that is declared once, where its function
   * begins with it.
   */
  private static void declaration(Node node) {
    Node function = NodeUtil.getEnclosingFunction(node);
    if (function != null
        && (node.isConst()
            || node.getGrandparent() == function
                && Nodes.children(node).stream()
                    .allMatch(name -> name.isName() && isFirst(name, function)))) {
      node.setToken(Token.LET);
    }
    Node before = node.getPrevious();
    if (node.isLet() && before != null && before.isLet()) {
      Nodes.children(node).forEach(name -> before.addChildToBack(name.detach()));
      node.detach();
    }
  }

  /** Nothing that runs before it has its name, and nothing behind it declares that again. */
  private static boolean isFirst(Node declared, Node function) {
    boolean[] met = {false, true};
    Nodes.each(function, node -> {
      if (node == declared) {
        met[0] = true;
      } else if (node.isName() && node.getString().equals(declared.getString())) {
        met[1] &= met[0] && !node.getParent().isVar() && !isHoisted(node, function);
      }
    });
    return met[1];
  }

  /** It is in a function that may be called before it stands there. */
  private static boolean isHoisted(Node node, Node function) {
    Node inner = NodeUtil.getEnclosingFunction(node);
    return inner != function
        && (NodeUtil.isFunctionDeclaration(inner) || isHoisted(inner.getParent(), function));
  }

  /** {@code x=x+1|0} is {@code x++}: a counter that comes near the last int is none of ours. */
  private static void step(Node node) {
    Node target = node.getFirstChild();
    Node sum = node.getLastChild().getFirstChild();
    if (isPlain(target)
        && node.getLastChild().getToken() == Token.BITOR
        && isNumber(node.getLastChild().getLastChild(), 0)
        && (sum.isAdd() || sum.isSub())
        && sum.getFirstChild().isEquivalentTo(target)
        && isNumber(sum.getLastChild(), 1)) {
      Node step = new Node(sum.isAdd() ? Token.INC : Token.DEC, target.detach()).srcrefTree(node);
      step.putBooleanProp(Node.INCRDECR_PROP, isUnused(node));
      node.replaceWith(step);
    }
  }

  /**
   * {@code x?x:y} is {@code x||y}; {@code x!=null?x:y} is {@code x??y}; {@code x==null?void 0:x.y} is {@code x?.y}.
   */
  private static void choice(Node node) {
    Node test = node.getFirstChild();
    if (isPlain(test) && node.getSecondChild().isEquivalentTo(test)) {
      node.replaceWith(
          new Node(Token.OR, test.detach(), node.getLastChild().detach()).srcrefTree(node));
      return;
    }
    boolean present = test.getToken() == Token.NE;
    Node value = comparedWithNull(test, present ? Token.NE : Token.EQ);
    if (value == null) {
      return;
    }
    Node then = present ? node.getSecondChild() : node.getLastChild();
    Node otherwise = present ? node.getLastChild() : node.getSecondChild();
    if (then.isEquivalentTo(value)) {
      // Beside && and || the language wants parentheses.
      if (!isLogical(otherwise) && !isLogical(node.getParent())) {
        node.replaceWith(
            new Node(Token.COALESCE, then.detach(), otherwise.detach()).srcrefTree(node));
      }
    } else if (otherwise.isVoid() && leadTo(then, value)) {
      node.replaceWith(then.detach());
    }
  }

  /** What {@code x!=null&&} stands before, where nobody looks at which false value it comes to. */
  private static void conjunction(Node node) {
    Node right = node.getLastChild();
    Node left = node.getFirstChild();
    if (isUnused(node) && right.isAssign()) {
      Node value = comparedWithNull(left, Token.EQ);
      if (value != null && right.getFirstChild().isEquivalentTo(value)) {
        right.setToken(Token.ASSIGN_COALESCE);
        node.replaceWith(right.detach());
      }
      return;
    }
    if (absence(node, Token.NE) || !isUnused(node) && !isCondition(node)) {
      return;
    }
    Node last = left.isAnd() ? left.getLastChild() : left;
    Node value = comparedWithNull(last, Token.NE);
    if (value != null && leadTo(right, value)) {
      if (last == left) {
        node.replaceWith(right.detach());
      } else {
        left.replaceWith(left.removeFirstChild());
      }
    }
  }

  /** {@code x==null||x.y==null} is {@code x?.y==null}, and {@code x!=null&&x.y!=null} is {@code x?.y!=null}. */
  private static boolean absence(Node node, Token comparison) {
    Node left = node.getFirstChild();
    Node right = node.getLastChild();
    Node value = comparedWithNull(left, comparison);
    boolean shorter = value != null
        && right.getToken() == comparison
        && right.getLastChild().isNull()
        && leadTo(right.getFirstChild(), value);
    if (shorter) {
      node.replaceWith(right.detach());
    }
    return shorter;
  }

  /** What is compared with null here, where to look at it changes nothing; or null. */
  private static Node comparedWithNull(Node test, Token comparison) {
    return test.getToken() == comparison
            && test.getLastChild().isNull()
            && isPlain(test.getFirstChild())
        ? test.getFirstChild()
        : null;
  }

  private static boolean isPlain(Node node) {
    return node.isName() || node.isThis() || node.isGetProp() && isPlain(node.getFirstChild());
  }

  private static boolean isNumber(Node node, double value) {
    return node.isNumber() && node.getDouble() == value;
  }

  /** The comparison with its sides exchanged. */
  private static Token turned(Token comparison) {
    switch (comparison) {
      case LT:
        return Token.GT;
      case LE:
        return Token.GE;
      case GT:
        return Token.LT;
      case GE:
        return Token.LE;
      default:
        return comparison;
    }
  }

  private static Token loose(Token comparison) {
    return comparison == Token.SHEQ ? Token.EQ : comparison == Token.SHNE ? Token.NE : comparison;
  }

  private static boolean isConstant(Node node) {
    return node.isNull()
        || node.isStringLit()
        || node.isNumber()
        || node.isVoid()
        || node.isNeg() && node.getFirstChild().isNumber();
  }

  private static boolean isLogical(Node node) {
    return node.isAnd() || node.isOr();
  }

  /** Writes {@code x?.y.z()} for {@code x.y.z()} where it begins with the value; false where it does not. */
  private static boolean leadTo(Node whole, Node value) {
    for (Node node = whole; isLink(node.getToken()); node = node.getFirstChild()) {
      if (node.getFirstChild().isEquivalentTo(value)) {
        if (node.isCall()) {
          return false;
        }
        for (Node link = whole; link != node; link = link.getFirstChild()) {
          link.setToken(optional(link.getToken()));
        }
        node.setToken(optional(node.getToken()));
        node.setIsOptionalChainStart(true);
        return true;
      }
    }
    return false;
  }

  private static boolean isLink(Token token) {
    return token != optional(token);
  }

  private static Token optional(Token link) {
    switch (link) {
      case GETPROP:
        return Token.OPTCHAIN_GETPROP;
      case GETELEM:
        return Token.OPTCHAIN_GETELEM;
      case CALL:
        return Token.OPTCHAIN_CALL;
      default:
        return link;
    }
  }

  /** Nobody takes the value. */
  static boolean isUnused(Node node) {
    Node parent = node.getParent();
    switch (parent.getToken()) {
      case EXPR_RESULT:
        return true;
      case FOR:
        return node != parent.getSecondChild();
      case COMMA:
        return node != parent.getLastChild() || isUnused(parent);
      case AND:
      case OR:
        return node == parent.getLastChild() && isUnused(parent);
      case HOOK:
        return node != parent.getFirstChild() && isUnused(parent);
      default:
        return false;
    }
  }

  /** Of the value it is only asked whether it counts as true. */
  private static boolean isCondition(Node node) {
    Node parent = node.getParent();
    switch (parent.getToken()) {
      case NOT:
        return true;
      case IF:
      case HOOK:
        return node == parent.getFirstChild();
      case AND:
      case OR:
        return node == parent.getFirstChild() && isUnused(parent) || isCondition(parent);
      default:
        return false;
    }
  }

  private Spelling() {}
}
